/** As names are compared: no case, and each place of the text where it was. */
export const foldName = (text: string): string =>
  Array.from(text, (character) => {
    const lower = character.toLowerCase();
    return lower.length === character.length ? lower : character;
  }).join('');

/** Without the dot that may end an FQDN. */
export const bareName = (name: string): string => foldName(name.normalize('NFC').trim().replace(/\.+$/, ''));

/** Its dots separate no domain. */
export const isAddress = (name: string): boolean => /^[\d.]+$/.test(name) || name.includes(':');
