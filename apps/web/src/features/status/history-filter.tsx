import type { Component } from "@muejam/contracts/status";
import { Link } from "@tanstack/react-router";
import { components } from "./components.ts";
import { messages } from "./messages.ts";

/** Links, so that a filtered list has an address and is fetched when it is pointed at. */
export function HistoryFilter() {
  const words = messages.history;
  return (
    <nav aria-label={words.filter} className="tabs">
      <FilterLink component={undefined}>{words.all}</FilterLink>
      {components.map((component) => (
        <FilterLink key={component} component={component}>
          {messages.names[component]}
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
