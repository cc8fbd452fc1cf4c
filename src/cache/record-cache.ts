import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { writeFileAtomicallySync } from './atomic-write.ts';
import { touch } from './touch.ts';

const EXTENSION = '.records';
/** The file begins with the CRC-32 of what follows and the length of the index, both u32, little-endian. */
const HEADER_BYTES = 8;
/** Bytes of records that wait to be written as one segment: what a killed process loses at most. */
const SEGMENT_BYTES = 1_000_000;
/** More segments than this are joined into one. */
const MOST_SEGMENTS = 64;
/** Bytes that a folder may hold beside those that its last process used, which may be as many again. */
const SPARE_BYTES = 4_000_000;

/** Where a record lies, in bytes. */
interface Place {
  segment: Segment;
  offset: number;
  length: number;
}

interface Segment {
  name: string;
  /** Open for as long as the cache is: what another process removes can be read on. */
  handle: number;
}

/**
 * Records by their keys, in a folder of segment files that are written once and never changed. Only the index is in memory;
 * a record is read when it is asked for. A process that is killed leaves the segments that it finished, and processes at
 * the same time do not disturb each other. What cannot be written is made again by the next process. A key must say all that
 * decides its record, as a digest does: of two records that processes kept by one key, either may be given.
 */
export class RecordCache<Result> {
  readonly #folder: string;
  readonly #places = new Map<string, Place>();
  readonly #used = new Set<string>();
  /** Serialized records that are in no segment yet. */
  readonly #waiting = new Map<string, Uint8Array>();
  #waitingBytes = 0;
  /** Whether something could not be written. To try again with each record would take ever longer. */
  #isFull = false;
  #segments: Segment[] = [];
  /** Segments that cannot be read by anybody. */
  #damaged: string[] = [];

  /** @param folder Need not be there; what in it is damaged counts as not there. */
  constructor(folder: string) {
    this.#folder = folder;
    for (const name of namesIn(folder)) this.#open(name);
    void touch(folder);
  }

  has(key: string): boolean {
    return this.#waiting.has(key) || this.#places.has(key);
  }

  /** The record, which counts as used; undefined where there is none. */
  get(key: string): Result | undefined {
    const bytes = this.#waiting.get(key) ?? this.#read(this.#places.get(key));
    if (!bytes) return undefined;
    this.#used.add(key);
    return deserialize(bytes) as Result;
  }

  /** Keeps a record, which counts as used. It outlives this process once there are a million bytes of them, or `save` is called. */
  set(key: string, record: Result): void {
    const bytes = serialize(record);
    this.#used.add(key);
    this.#waiting.set(key, bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes >= SEGMENT_BYTES) this.save();
  }

  /** Counts a record as used that need not be read. */
  keep(key: string): void {
    this.#used.add(key);
  }

  /** Writes what is not written yet. */
  save(): void {
    if (this.#waiting.size === 0 || this.#isFull) return;
    const name = writeSegment(this.#folder, this.#waiting);
    // Where nothing can be written, records stay in memory.
    if (name === undefined || !this.#open(name)) {
      this.#isFull = true;
      return;
    }
    this.#waiting.clear();
    this.#waitingBytes = 0;
  }

  /** Writes what is not written yet, and drops what nobody used since the cache was opened once it is more than what was used. */
  tidy(): void {
    this.save();
    for (const name of this.#damaged) rmSync(join(this.#folder, name), { force: true });
    let [used, unused] = [0, 0];
    for (const [key, { length }] of this.#places) this.#used.has(key) ? (used += length) : (unused += length);
    if (this.#segments.length <= MOST_SEGMENTS && unused <= used + SPARE_BYTES) return;
    const kept = [...this.#used].filter((key) => this.#places.has(key));
    const old = this.#segments;
    this.#segments = [];
    let some = new Map<string, Uint8Array>();
    let bytes = 0;
    const write = (): boolean => {
      const name = some.size > 0 ? writeSegment(this.#folder, some) : '';
      some = new Map();
      bytes = 0;
      return name === '' || (name !== undefined && this.#open(name));
    };
    for (const [index, key] of kept.entries()) {
      const record = this.#read(this.#places.get(key));
      if (record) some.set(key, record);
      bytes += record?.length ?? 0;
      const isLast = index === kept.length - 1;
      // Sixteen segments at a time keep memory flat, and leave room below what is joined again.
      if ((isLast || bytes >= 16 * SEGMENT_BYTES) && !write()) {
        this.#segments.push(...old);
        return;
      }
    }
    for (const { name, handle } of old) {
      closeSync(handle);
      rmSync(join(this.#folder, name), { force: true });
    }
    for (const key of [...this.#places.keys()]) if (!this.#used.has(key)) this.#places.delete(key);
  }

  /** Releases the files. */
  close(): void {
    for (const { handle } of this.#segments) closeSync(handle);
    this.#segments = [];
    this.#places.clear();
  }

  #read(place: Place | undefined): Uint8Array | undefined {
    if (!place) return undefined;
    const bytes = Buffer.allocUnsafe(place.length);
    readSync(place.segment.handle, bytes, 0, place.length, place.offset);
    return bytes;
  }

  /** Takes over the index of a segment; false where it is damaged or gone. */
  #open(name: string): boolean {
    let handle: number;
    try {
      handle = openSync(join(this.#folder, name), 'r');
    } catch {
      // Another process may have joined it into a new one since the folder was listed.
      return false;
    }
    const bytes = readFileSync(handle);
    const index = indexOf(bytes);
    if (!index) {
      closeSync(handle);
      this.#damaged.push(name);
      return false;
    }
    const segment = { name, handle };
    this.#segments.push(segment);
    let offset = bytes.length - index.reduce((sum, [, length]) => sum + length, 0);
    for (const [key, length] of index) {
      this.#places.set(key, { segment, offset, length });
      offset += length;
    }
    return true;
  }
}

/** Keys of a segment's records and their lengths in bytes, in the order in which they lie at its end; undefined where it is damaged. */
function indexOf(bytes: Buffer): [key: string, length: number][] | undefined {
  if (bytes.length < HEADER_BYTES || crc32(bytes.subarray(4)) !== bytes.readUInt32LE(0)) return undefined;
  return deserialize(bytes.subarray(HEADER_BYTES, HEADER_BYTES + bytes.readUInt32LE(4))) as [string, number][];
}

/** Gives the name of the new file; undefined where it could not be written. */
function writeSegment(folder: string, records: ReadonlyMap<string, Uint8Array>): string | undefined {
  const index = serialize([...records].map(([key, record]) => [key, record.length]));
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(index.length, 4);
  const bytes = Buffer.concat([header, index, ...records.values()]);
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0);
  const name = `${randomUUID()}${EXTENSION}`;
  try {
    writeFileAtomicallySync(join(folder, name), bytes);
    return name;
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    mkdirSync(folder, { recursive: true });
    return readdirSync(folder).filter((name) => name.endsWith(EXTENSION));
  } catch {
    return [];
  }
}
