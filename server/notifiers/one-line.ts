/** Without line breaks and other control characters, which would begin another header or another sentence. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
