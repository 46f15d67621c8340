/** Whether the text has half of a surrogate pair, which is no character: UTF-8 cannot hold it. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);
