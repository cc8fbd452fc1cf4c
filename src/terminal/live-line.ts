import { clearLine, cursorTo } from 'node:readline';

/** The last line of a terminal, which is drawn again and again while other output scrolls above it. */
export interface LiveLine {
  show(text: string): void;
  /** Clears the line and gives the terminal back. */
  end(): void;
}

/**
 * Whatever else is written meanwhile, by whomever, appears above: without this it would be written behind the line.
 * @param others Further streams that end up on the same terminal.
 */
export function liveLine(stream: NodeJS.WriteStream, others: readonly NodeJS.WriteStream[] = []): LiveLine {
  let shown = '';
  const write = stream.write.bind(stream);
  const clear = (): void => {
    cursorTo(raw, 0);
    clearLine(raw, 0);
  };
  const draw = (): void => void write(shown);
  // What the functions above write to, past the streams that were changed.
  const raw = Object.create(stream, { write: { value: write } }) as NodeJS.WriteStream;
  const restore = [stream, ...others].map((one) => {
    const original = one.write;
    const own = original.bind(one) as (...of: unknown[]) => boolean;
    one.write = (...of: unknown[]): boolean => {
      clear();
      const written = own(...of);
      if (String(of[0]).endsWith('\n')) draw();
      return written;
    };
    return () => (one.write = original);
  });
  return {
    show(text) {
      // A longer line would wrap, and only its last row would be cleared.
      shown = text.slice(0, (stream.columns ?? 80) - 1);
      clear();
      draw();
    },
    end() {
      shown = '';
      clear();
      for (const one of restore) one();
    },
  };
}
