/**
 * Sets a component's own values, such as `--v` of a bar, through the DOM: `<span ref={cssValues({ '--v': '72%' })}>`.
 * Our content security policy refuses style attributes.
 */
export function cssValues(values: Record<`--${string}`, string | number>) {
  return (element: HTMLElement | SVGElement | null) => {
    if (!element) return;
    for (const [name, value] of Object.entries(values)) element.style.setProperty(name, String(value));
  };
}

/** Class names joined, leaving out what does not apply. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
