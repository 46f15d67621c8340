import { statusMessage } from '../monitor/statusMessage';

/** The high digit of a state message is a severity, 4, 8 or C, and the low 16 bits are an ID. */
const isStateShape = (value: number): boolean => [0x4000, 0x8000, 0xc000].includes(value >>> 16);

/** Whether a number is a state message of smsdpmon, such as 0x40000950: severity and ID of a status message. */
export const isStateMessage = (value: number): boolean =>
  isStateShape(value) && statusMessage(value & 0xffff) !== undefined;
