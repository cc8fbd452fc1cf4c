declare module 'webvtt-parser' {
  /** Text, or an element such as a speaker's voice. */
  export interface CueNode {
    type?: 'text' | 'object' | 'timestamp';
    value?: string;
    children?: CueNode[];
  }

  interface Parsed {
    /** Times in seconds. */
    cues: { startTime: number; endTime: number; tree: CueNode }[];
    errors: { line: number; message: string }[];
  }

  class WebVTTParser {
    constructor(entities?: Record<string, string>);
    /** @throws RangeError for text that nests thousands of levels deep. */
    parse(input: string, mode?: 'subtitles' | 'chapters' | 'metadata'): Parsed;
  }

  const parsers: { WebVTTParser: typeof WebVTTParser };
  export default parsers;
}
