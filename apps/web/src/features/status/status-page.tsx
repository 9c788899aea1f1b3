import type { Component } from "@muejam/contracts/status";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../lib/api.ts";
import { useNow } from "../../lib/use-now.ts";
import { AboutLooks } from "./about-looks.tsx";
import { ComponentPanel } from "./component-panel.tsx";
import { components } from "./components.ts";
import { Headline } from "./headline.tsx";
import { History } from "./history.tsx";

const renewEveryMs = 30_000;

export function StatusPage({ component }: { component: Component | undefined }) {
  const api = useApi();
  const now = useNow(5_000);
  const status = useQuery(api.status.now.queryOptions(undefined, { refetchInterval: renewEveryMs }));

  return (
    <>
      <Headline status={status} now={now} />
      <hr className="rule" />
      <div className="grid border-b border-line wide:grid-cols-3">
        {components.map((each) => (
          <ComponentPanel
            key={each}
            component={each}
            status={status.data?.components.find((part) => part.component === each)}
            isLost={status.isError}
            now={now}
          />
        ))}
      </div>
      <div className="mt-11 grid gap-x-16 gap-y-14 page:grid-cols-[minmax(0,1fr)_var(--rail)]">
        <History component={component} renewEveryMs={renewEveryMs} now={now} />
        <AboutLooks />
      </div>
    </>
  );
}
