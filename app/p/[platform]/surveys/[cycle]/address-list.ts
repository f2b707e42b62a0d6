/** The addresses in a text that somebody pasted: one a line, or as a mail program writes them, `Ada <ada@example.org>, …`. */
export const addressesIn = (text: string): string[] => text.match(/[^\s,;<>"'()]+@[^\s,;<>"'()]+/g) ?? [];
