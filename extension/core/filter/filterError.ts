/** Why a filter text is not understood: where (UTF-16 offsets, half-open), and what to do about it. */
export class FilterError extends Error {
  override readonly name = 'FilterError';
  readonly kind = 'filter';

  constructor(
    readonly problem: string,
    readonly start: number,
    readonly end: number,
    readonly hint: string,
  ) {
    super(`${problem} ${hint}`);
  }

  /** What crosses to a webview beside the message. */
  get detail(): { readonly start: number; readonly end: number; readonly hint: string } {
    return { start: this.start, end: this.end, hint: this.hint };
  }
}
