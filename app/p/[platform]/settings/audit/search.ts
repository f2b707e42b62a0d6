type Given = string | string[] | undefined;
export type AuditSearch = { [name in 'of' | 'action' | 'from' | 'to' | 'cursor']?: Given };
export type Search = { of: 'here' | 'all'; action?: string; from?: string; to?: string; cursor?: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const first = (given: Given): string | undefined => [given ?? []].flat()[0] || undefined;
const day = (given: Given): string | undefined => {
  const text = first(given);
  return text !== undefined && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
};

/** The filter as the address says it; what makes no sense is left out. */
export function readSearch(search: AuditSearch): Search {
  return {
    of: first(search.of) === 'all' ? 'all' : 'here',
    action: first(search.action)
      ?.toLowerCase()
      .replace(/[^a-z.-]/g, '')
      .slice(0, 60),
    from: day(search.from),
    to: day(search.to),
    cursor: first(search.cursor)?.slice(0, 400),
  };
}

export function searchAddress(search: Search): string {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined);
  return `?${new URLSearchParams(entries)}`;
}
