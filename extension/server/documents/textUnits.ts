import { narrowed } from '../../core/logs/scan/stretch';

/**
 * A text with a byte for each UTF-16 unit, as the scanner of logs takes it: its places are then those of the editor.
 * What is not ASCII becomes 0xFF, which is as good as any letter: what tells records is ASCII.
 */
export const unitsOf = (text: string): Uint8Array => {
  const bytes = Buffer.from(text, 'utf8');
  // Only ASCII takes as many bytes as units.
  if (bytes.length === text.length) return bytes;
  const wide = Buffer.from(text, 'utf16le');
  return narrowed(wide, 0, wide.length, 'utf16le');
};
