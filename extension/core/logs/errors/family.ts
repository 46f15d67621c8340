import { isNtStatus, type ErrorCode } from './errorCode';
import { facility, hresultParts } from './hresult';

/** Who defines a code. */
export type Family =
  | 'Win32'
  | 'Windows Installer'
  | 'Windows network'
  | 'Winsock'
  | 'WinHTTP'
  | 'HTTP'
  | 'BITS'
  | 'Windows Update'
  | 'Configuration Manager'
  | 'mobile device management'
  | 'WMI'
  | 'set-up and servicing'
  | 'NTSTATUS'
  | 'HRESULT';

/** The family of a code by its range; that of what an HRESULT wraps is another. */
export const familyOf = (code: ErrorCode): Family => {
  switch (code.kind) {
    case 'http':
      return 'HTTP';
    case 'win32':
      return win32Family(code.value);
    case 'hresult':
      return isNtStatus(code) ? 'NTSTATUS' : hresultFamily(code.value);
  }
};

const win32Ranges: readonly (readonly [from: number, to: number, family: Family])[] = [
  [1601, 1661, 'Windows Installer'],
  [3010, 3011, 'Windows Installer'],
  [2100, 2999, 'Windows network'],
  [10_000, 11_999, 'Winsock'],
  [12_000, 12_287, 'WinHTTP'],
];

const win32Family = (value: number): Family =>
  win32Ranges.find(([from, to]) => value >= from && value <= to)?.[2] ?? 'Win32';

const hresultFamily = (value: number): Family => {
  switch (hresultParts(value).facility) {
    case facility.win32:
      return 'Win32';
    case facility.http:
      return 'HTTP';
    case facility.bits:
      return 'BITS';
    case facility.windowsUpdate:
      return 'Windows Update';
    case facility.configMgr:
      return 'Configuration Manager';
    case facility.mdm:
      return 'mobile device management';
    case facility.setupApi:
      return 'set-up and servicing';
    case facility.interface:
      return value >= 0x8004_1000 && value <= 0x8004_10ff ? 'WMI' : 'HRESULT';
    default:
      return 'HRESULT';
  }
};
