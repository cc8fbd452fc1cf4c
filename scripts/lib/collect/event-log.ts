import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Event } from '../../../src/schemas/events.ts';
import { type DayFile, dayOf, dayPath, isInPlace, openDayFile, writtenDays } from './day-file.ts';
import { FolderLock } from './folder-lock.ts';
import { RecentIds } from './recent-ids.ts';

/** The day's file has reached its limit. */
export class DayFullError extends Error {}

/** Events that are written together. */
interface Group {
  lines: string;
  ids: string[];
  done: PromiseWithResolvers<void>;
}

interface EventLogOptions {
  now?: () => Date;
  /** Bytes that a day's file may have. */
  mostBytes?: number;
}

/**
 * Keeps events as NDJSON, one file for each day they arrived (UTC). What `append` has promised is on the disk, below
 * the folder's name. Everything that arrives while the disk is busy is written together with one fsync (group commit).
 */
export class EventLog {
  readonly #folder: string;
  readonly #now: () => Date;
  readonly #mostBytes: number;
  readonly #stored = new RecentIds();
  /** Ids that are being written, and when that is done. */
  readonly #underWay = new Map<string, Promise<void>>();
  #lock: FolderLock | undefined;
  #file: DayFile | undefined;
  #waiting: Group | undefined;
  #writing: Promise<void> | undefined;

  private constructor(folder: string, { now = () => new Date(), mostBytes = Infinity }: EventLogOptions) {
    this.#folder = folder;
    this.#now = now;
    this.#mostBytes = mostBytes;
  }

  /**
   * Opens a folder of events, mends what a crash left behind and learns which events it holds.
   * @throws Error when another collector writes to it, or something else lies where a day's file belongs.
   */
  static async open(
    folder: string,
    options: EventLogOptions = {},
  ): Promise<{ log: EventLog; cut: number; known: number }> {
    const log = new EventLog(folder, options);
    await mkdir(folder, { recursive: true });
    log.#lock = await FolderLock.take(folder);
    try {
      let cut = 0;
      for (const day of RecentIds.daysToLearn(await writtenDays(folder), log.#now())) {
        const opened = await openDayFile(folder, day);
        await opened.file.handle.close();
        cut += opened.cut;
        await log.#learn(day);
      }
      return { log, cut, known: log.#stored.size };
    } catch (error) {
      await log.#lock.release();
      throw error;
    }
  }

  /**
   * Stores the events that are not stored yet; returns when they, and any duplicate still being written, are on the disk.
   * @throws DayFullError when today's file has reached its limit, Error when the disk refuses; then they may be sent again.
   */
  async append(events: Event[]): Promise<{ stored: number; duplicates: number }> {
    const awaited = new Set<Promise<void>>();
    let fresh = 0;
    for (const event of events) {
      if (this.#stored.has(event.id)) continue;
      const written = this.#underWay.get(event.id);
      if (!written) fresh++;
      awaited.add(written ?? this.#write(event));
    }
    await Promise.all(awaited);
    return { stored: fresh, duplicates: events.length - fresh };
  }

  /** Finishes what is under way, closes the file and lets others write to the folder. */
  async close(): Promise<void> {
    await this.#writing;
    await this.#file?.handle.close();
    this.#file = undefined;
    await this.#lock?.release();
  }

  /** Adds an event to those that are written next. */
  #write(event: Event): Promise<void> {
    this.#waiting ??= { lines: '', ids: [], done: Promise.withResolvers<void>() };
    const { ids, done } = this.#waiting;
    this.#waiting.lines += `${JSON.stringify(event)}\n`;
    ids.push(event.id);
    this.#underWay.set(event.id, done.promise);
    this.#writing ??= this.#writeAll();
    return done.promise;
  }

  async #writeAll(): Promise<void> {
    // Whatever arrives in the same turn of the event loop belongs to the first group too.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting) {
      const group = this.#waiting;
      this.#waiting = undefined;
      try {
        const day = await this.#commit(group.lines);
        for (const id of group.ids) this.#stored.add(day, id);
        group.done.resolve();
      } catch (error) {
        group.done.reject(error);
      }
      for (const id of group.ids) this.#underWay.delete(id);
    }
    this.#writing = undefined;
  }

  /** Puts lines on the disk; gives the day in whose file they are. */
  async #commit(lines: string): Promise<string> {
    await this.#hold();
    const file = await this.#today();
    const bytes = Buffer.byteLength(lines);
    if (file.length + bytes > this.#mostBytes)
      throw new DayFullError(`The file of ${file.day} has reached its limit of ${this.#mostBytes} bytes.`);
    try {
      await file.handle.appendFile(lines);
      await file.handle.datasync();
      if (!(await isInPlace(this.#folder, file))) throw new Error(`${this.#folder} was moved away or removed.`);
      file.length += bytes;
      return file.day;
    } catch (error) {
      // Half a line must not stay in front of the next one.
      await file.handle.truncate(file.length).catch(() => {});
      await file.handle.close().catch(() => {});
      this.#file = undefined;
      throw error;
    }
  }

  /** The folder may have been moved away, or taken over while this machine slept. @throws Error in the second case. */
  async #hold(): Promise<void> {
    if (await this.#lock?.isHeld()) return;
    await this.#file?.handle.close();
    this.#file = undefined;
    await this.#lock?.release();
    await mkdir(this.#folder, { recursive: true });
    this.#lock = await FolderLock.take(this.#folder);
  }

  async #today(): Promise<DayFile> {
    const day = dayOf(this.#now());
    if (this.#file?.day !== day) {
      await this.#file?.handle.close();
      this.#file = undefined;
      this.#file = (await openDayFile(this.#folder, day)).file;
    }
    return this.#file;
  }

  async #learn(day: string): Promise<void> {
    for await (const line of createInterface({
      input: createReadStream(dayPath(this.#folder, day)),
      crlfDelay: Infinity,
    })) {
      const id = /"id":"([0-9a-f-]{36})"/.exec(line)?.[1];
      if (id) this.#stored.add(day, id);
    }
  }
}
