/** The bytes of a tile: base64, as `MatrixTile.cells` has them, into their place. */
export const takeTile = (text: string, cells: Uint8Array, at: number): void => {
  const bytes = atob(text);
  for (let place = 0; place < bytes.length; place++) cells[at + place] = bytes.charCodeAt(place);
};

/** Rows of a tile: about a quarter of a megabyte, whatever their length. */
export const rowsInTile = (columns: number): number =>
  Math.max(1, Math.floor(262_144 / Math.max(1, columns)));
