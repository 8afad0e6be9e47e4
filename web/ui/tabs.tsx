import { Link } from '#web/ui/link.tsx';

/** One tab: an address of its own, so that it can be shared and printed. */
export type Tab = { href: string; label: string; count?: number | undefined };

/** Parts of one record, each with an address. */
export function Tabs({ tabs, here, label }: { tabs: readonly Tab[]; here: string; label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} current={tab.href === here}>
          {tab.label}
          {tab.count === undefined ? null : <span className="count count--quiet">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** One of a few ways to look at the same list. */
export function Segment<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; count?: number | undefined }[];
  onChange: (value: Value) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame around buttons that are no form
    <div className="segment" role="group" aria-label={props.label}>
      {props.options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === props.value}
          onClick={() => props.onChange(option.value)}
        >
          {option.label}
          {option.count === undefined ? null : <span className="segment__count">{option.count}</span>}
        </button>
      ))}
    </div>
  );
}
