const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Any text as text of an HTML document, in an attribute too; nothing in it turns the reading direction. */
export const htmlText = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
