import type { Component } from "@muejam/contracts/status";
import { m } from "#messages";

type Words = Record<Component, () => string>;

export const names: Words = {
  database: m.status_names_database,
  cache: m.status_names_cache,
  jobs: m.status_names_jobs,
};

export const purposes: Words = {
  database: m.status_purpose_database,
  cache: m.status_purpose_cache,
  jobs: m.status_purpose_jobs,
};

export const effects: Words = {
  database: m.status_effect_database,
  cache: m.status_effect_cache,
  jobs: m.status_effect_jobs,
};

export const named: Words = {
  database: m.status_named_database,
  cache: m.status_named_cache,
  jobs: m.status_named_jobs,
};
