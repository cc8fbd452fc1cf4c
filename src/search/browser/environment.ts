import type { Surroundings } from './deep-policy.ts';

interface NetworkInformation {
  saveData?: boolean;
  effectiveType?: string;
  type?: string;
  downlink?: number;
}

/** Reads what this browser tells about its line and device. */
export function surroundings(): Surroundings {
  const { connection, deviceMemory } = navigator as Navigator & { connection?: NetworkInformation; deviceMemory?: number };
  return {
    saveData: connection?.saveData,
    effectiveType: connection?.effectiveType,
    type: connection?.type,
    downlink: connection?.downlink,
    deviceMemory,
    framed: parent !== window,
  };
}
