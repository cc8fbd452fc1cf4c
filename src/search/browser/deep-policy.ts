/** What the browser tells about the visitor's line and device; a field is undefined where it does not tell. */
export interface Environment {
  /** The visitor asked for less data (Save-Data). */
  saveData?: boolean | undefined;
  /** navigator.connection.effectiveType: slow-2g, 2g, 3g or 4g. */
  effectiveType?: string | undefined;
  /** navigator.connection.type: cellular, wifi, ethernet … */
  type?: string | undefined;
  /** Estimated megabits per second. */
  downlink?: number | undefined;
  /** GiB, rounded by the browser to a power of two of at most 8. */
  deviceMemory?: number | undefined;
  /** The page stands in a frame of somebody else’s page, whose memory and line it does not own. */
  framed?: boolean | undefined;
}

/** load: fetch the transformer without asking. offer: a line under the results offers it. no: neither. */
export type DeepDecision = 'load' | 'offer' | 'no';

/**
 * Below this the download would take minutes and compete with what the visitor is waiting for. A browser
 * that has not measured its line yet says about 1.5 and must not be taken for slow.
 */
const LEAST_MBITS = 1.2;
/** A download of more bytes is not begun unasked, whatever the line. */
const MOST_UNASKED = 16_000_000;
/** The model, its runtime and their working memory take about 150 MB. */
const LEAST_MEMORY = 2;

/**
 * Whether the deep tier may be loaded once the visitor has begun to search. A browser that tells nothing
 * is taken for fast and unmetered. `ask` never offers what the visitor's own settings speak against; `auto` asks before a
 * large download.
 * @param bytes That the visitor would download.
 */
export function decideDeepTier(wanted: 'auto' | 'ask' | 'off', environment: Environment, bytes: number): DeepDecision {
  const setting = wanted === 'auto' && bytes > MOST_UNASKED ? 'ask' : wanted;
  if (setting === 'off' || environment.saveData || isSlow(environment)) return 'no';
  if ((environment.deviceMemory ?? Infinity) < LEAST_MEMORY) return 'no';
  if (setting === 'ask' || environment.type === 'cellular' || environment.framed)
    return setting === 'ask' ? 'offer' : 'no';
  return 'load';
}

function isSlow({ effectiveType, downlink }: Environment): boolean {
  if (effectiveType !== undefined && effectiveType !== '4g') return true;
  return downlink !== undefined && downlink < LEAST_MBITS;
}

interface NetworkInformation {
  saveData?: boolean;
  effectiveType?: string;
  type?: string;
  downlink?: number;
}

/** Reads what this browser tells about its line and device. */
export function readEnvironment(): Environment {
  const { connection, deviceMemory } = navigator as Navigator & {
    connection?: NetworkInformation;
    deviceMemory?: number;
  };
  return {
    saveData: connection?.saveData,
    effectiveType: connection?.effectiveType,
    type: connection?.type,
    downlink: connection?.downlink,
    deviceMemory,
    framed: parent !== window,
  };
}
