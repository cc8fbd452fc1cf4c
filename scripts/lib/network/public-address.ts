import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

export type MayConnect = (address: string) => boolean;

/** Whether an IP address is one of the public Internet: not of this machine, of its network, or of none. */
export const isPublic: MayConnect = (address) => ipaddr.process(address).range() === 'unicast';

/** Whether every IP address of a host may be connected to; so it is for a host that has none. */
export async function mayAskHost(hostname: string, mayConnect: MayConnect): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [{ address: host }] : await lookup(host, { all: true }).catch(() => []);
  return addresses.every(({ address }) => mayConnect(address));
}
