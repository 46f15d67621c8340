/** Names may hold control characters, which a terminal would obey. */
export const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');

export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
