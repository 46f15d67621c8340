/** `4352 (0x1100)`: lines name threads in one notation or the other. */
export const threadText = (thread: number): string => `${thread} (0x${thread.toString(16).toUpperCase()})`;
