import { highestWin32, isNtStatus, type ErrorCode } from './errorCode';

/** The fields of an HRESULT ([MS-ERREF] 2.1). */
export interface HresultParts {
  readonly isFailure: boolean;
  /** Set by a program that is not Microsoft's. */
  readonly isCustomer: boolean;
  /** Bits 16 to 26. */
  readonly facility: number;
  readonly code: number;
}

export const hresultParts = (value: number): HresultParts => ({
  isFailure: value >>> 31 === 1,
  isCustomer: ((value >>> 29) & 1) === 1,
  facility: (value >>> 16) & 0x7ff,
  code: value & 0xffff,
});

export const facility = {
  interface: 4,
  win32: 7,
  setupApi: 15,
  http: 25,
  bits: 32,
  windowsUpdate: 36,
  configMgr: 0x7d0,
  mdm: 0x7d1,
} as const;

const names: Readonly<Record<number, string>> = {
  0: 'none in particular',
  1: 'RPC',
  2: 'dispatch',
  3: 'storage',
  4: 'interface',
  7: 'Win32',
  8: 'Windows',
  9: 'security',
  10: 'control',
  11: 'certificates',
  12: 'internet',
  13: 'media',
  14: 'message queues',
  15: 'set-up and servicing',
  16: 'smart cards',
  17: 'COM+',
  23: 'side-by-side assemblies',
  25: 'HTTP',
  32: 'BITS',
  33: 'configuration',
  36: 'Windows Update',
  37: 'directory service',
  0x7d0: 'Configuration Manager',
  0x7d1: 'mobile device management',
};

/** Which part of Windows defines the code; undefined for a number that is not known. */
export const facilityName = (number: number): string | undefined => names[number];

/** The bit that an NTSTATUS has in addition when it is passed on as an HRESULT. */
const ntBit = 0x1000_0000;

/** The code that an HRESULT passes on: a Win32 code, an HTTP status or an NTSTATUS; undefined when it is its own. */
export const wrappedCode = ({ kind, value }: ErrorCode): ErrorCode | undefined => {
  if (kind !== 'hresult') return undefined;
  const status = { kind, value: (value & ~ntBit) >>> 0 };
  if (value >>> 28 === 0xd && isNtStatus(status)) return status;
  switch (value >>> 16) {
    case 0x8007:
      return (value & highestWin32) === 0 ? undefined : { kind: 'win32', value: value & highestWin32 };
    case 0x8019:
      return { kind: 'http', value: value & highestWin32 };
    default:
      return undefined;
  }
};
