import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Event } from '../../../src/schemas/events.ts';
import { type DayFile, dayOf, dayPath, openDayFile, writtenDays } from './day-file.ts';
import { IdSet } from './id-set.ts';

/** Browsers keep unsent events for two days; ids of the day before count too, because clocks differ. */
const REMEMBERED_DAYS = 4;

interface Waiting {
  lines: string;
  ids: string[];
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Keeps events as NDJSON, one file for each day they arrived (UTC). What `append` has promised is on the disk.
 * Everything that arrives while the disk is busy is written together with one fsync (group commit).
 * One process at a time may write to a folder.
 */
export class EventLog {
  readonly #folder: string;
  readonly #now: () => Date;
  readonly #seen = new Map<string, IdSet>();
  /** Ids that were remembered but could not be written. */
  readonly #lost = new Set<string>();
  #file: DayFile | undefined;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;

  private constructor(folder: string, now: () => Date) {
    this.#folder = folder;
    this.#now = now;
  }

  /** Opens a folder of events, mends what a crash left behind and learns which events it holds. */
  static async open(folder: string, now = () => new Date()): Promise<{ log: EventLog; cut: number; known: number }> {
    const log = new EventLog(folder, now);
    await mkdir(folder, { recursive: true });
    let cut = 0;
    for (const day of (await writtenDays(folder)).slice(-REMEMBERED_DAYS)) {
      const opened = await openDayFile(folder, day);
      await opened.file.handle.close();
      cut += opened.cut;
      await log.#learn(day);
    }
    return { log, cut, known: [...log.#seen.values()].reduce((sum, { size }) => sum + size, 0) };
  }

  /**
   * Stores the events that are not stored yet; returns when they, and any duplicate still being written, are on the disk.
   * @throws Error when the disk refuses; then none of them is stored and all may be sent again.
   */
  async append(events: Event[]): Promise<{ stored: number; duplicates: number }> {
    const day = dayOf(this.#now());
    const fresh = events.filter(({ id }) => {
      if (this.#knows(id) && !this.#lost.delete(id)) return false;
      this.#remember(day, id);
      return true;
    });
    const lines = fresh.map((event) => `${JSON.stringify(event)}\n`).join('');
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ lines, ids: fresh.map(({ id }) => id), resolve, reject });
      this.#writing ??= this.#write();
    });
    return { stored: fresh.length, duplicates: events.length - fresh.length };
  }

  /** Finishes what is under way and closes the file. */
  async close(): Promise<void> {
    await this.#writing;
    await this.#file?.handle.close();
    this.#file = undefined;
  }

  async #write(): Promise<void> {
    // Whatever arrives in the same turn of the event loop belongs to the first group too.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        await this.#commit(group.map(({ lines }) => lines).join(''));
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { ids, reject } of group) {
          for (const id of ids) this.#lost.add(id);
          reject(error);
        }
      }
    }
    this.#writing = undefined;
  }

  async #commit(text: string): Promise<void> {
    if (text === '') return;
    const file = await this.#today();
    try {
      await file.handle.appendFile(text);
      await file.handle.datasync();
      file.length += Buffer.byteLength(text);
    } catch (error) {
      // Half a line must not stay in front of the next one.
      await file.handle.truncate(file.length).catch(() => {});
      await file.handle.close().catch(() => {});
      this.#file = undefined;
      throw error;
    }
  }

  async #today(): Promise<DayFile> {
    const day = dayOf(this.#now());
    if (this.#file?.day !== day) {
      await this.#file?.handle.close();
      this.#file = (await openDayFile(this.#folder, day)).file;
    }
    return this.#file;
  }

  #knows(id: string): boolean {
    return [...this.#seen.values()].some((ids) => ids.has(id));
  }

  #remember(day: string, id: string): void {
    let ids = this.#seen.get(day);
    if (!ids) {
      ids = new IdSet();
      this.#seen.set(day, ids);
      for (const old of [...this.#seen.keys()].sort().slice(0, -REMEMBERED_DAYS)) this.#seen.delete(old);
    }
    ids.add(id);
  }

  async #learn(day: string): Promise<void> {
    for await (const line of createInterface({
      input: createReadStream(dayPath(this.#folder, day)),
      crlfDelay: Infinity,
    })) {
      const id = /"id":"([0-9a-f-]{36})"/.exec(line)?.[1];
      if (id) this.#remember(day, id);
    }
  }
}
