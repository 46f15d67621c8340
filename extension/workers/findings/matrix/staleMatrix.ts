/** A tile was asked for of a matrix that has changed since it was opened. */
export class StaleMatrix extends Error {
  override readonly name = 'StaleMatrix';
  readonly kind = 'stale';

  constructor() {
    super('The findings have changed since the heat map was opened. Open it again.');
  }
}
