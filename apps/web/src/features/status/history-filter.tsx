import type { Component } from "@muejam/contracts/status";
import { Link } from "@tanstack/react-router";
import { m } from "#messages";
import { names } from "./component-names.ts";
import { components } from "./components.ts";

/** Links, so that a filtered list has an address and is fetched when it is pointed at. */
export function HistoryFilter() {
  return (
    <nav aria-label={m.status_history_filter()} className="tabs">
      <FilterLink component={undefined}>{m.status_history_all()}</FilterLink>
      {components.map((component) => (
        <FilterLink key={component} component={component}>
          {names[component]()}
        </FilterLink>
      ))}
    </nav>
  );
}

function FilterLink({ component, children }: { component: Component | undefined; children: string }) {
  return (
    <Link
      to="/status"
      search={component ? { component } : {}}
      activeOptions={{ exact: true, includeSearch: true }}
      resetScroll={false}
      className="tab"
    >
      {children}
    </Link>
  );
}
