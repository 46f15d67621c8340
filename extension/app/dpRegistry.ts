import { dpRegistry } from '../core/validate/smsdpmon';
import type { Cim } from '../ports/cim';

/** A text of the DP's key in its registry; undefined when there is none. Throws CimError. */
export const dpRegistryText = async (
  cim: Cim,
  computer: string,
  sValueName: string,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const { returnValue, out } = await cim.invoke(
    { computer, namespace: 'root\\cimv2' },
    'StdRegProv',
    'GetStringValue',
    { hDefKey: dpRegistry.hive, sSubKeyName: dpRegistry.key, sValueName },
    signal,
  );
  return returnValue === 0 && typeof out.sValue === 'string' && out.sValue !== '' ? out.sValue : undefined;
};
