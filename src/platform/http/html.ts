/** Text that is HTML already; only `html` makes it. */
export type Html = { readonly html: string };
type Part = string | number | Html | readonly Part[] | null | undefined | false;

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The only way server pages are written: everything put in is escaped unless it is HTML made by this tag. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((text, next, n) => `${text}${render(parts[n - 1])}${next}`) };
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number')
    return String(part).replace(/[&<>"']/g, (mark) => marks[mark] ?? mark);
  if ('html' in part) return part.html;
  return part.map(render).join('');
}
