/**
 * A number that says what went wrong, unsigned, and what it counts: 404 is one thing as an HTTP status and another as
 * a Win32 code. An NTSTATUS (0xC0000000 to 0xCFFFFFFF) counts as an HRESULT; so does any number above 0xFFFF.
 */
export interface ErrorCode {
  readonly kind: 'win32' | 'hresult' | 'http';
  readonly value: number;
}

export const highestWin32 = 0xffff;

/** From here on an HRESULT is a failure. */
export const firstFailure = 0x8000_0000;

/** The kind that a number has which nothing else is known of. */
export const codeOf = (value: number): ErrorCode => ({
  kind: value > highestWin32 ? 'hresult' : 'win32',
  value,
});

export const isNtStatus = ({ kind, value }: ErrorCode): boolean => kind === 'hresult' && value >>> 28 === 0xc;

/** `0x80070005`, `12029`, `HTTP 404`. */
export const codeText = ({ kind, value }: ErrorCode): string => {
  switch (kind) {
    case 'hresult':
      return `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;
    case 'win32':
      return String(value);
    case 'http':
      return `HTTP ${value}`;
  }
};
