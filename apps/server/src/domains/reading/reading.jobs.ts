import { onEvent } from "../../kernel/jobs.ts";
import { forget } from "./reading.choices.service.ts";
import { HistoryRefused } from "./reading.events.ts";

export const readingJobs = [onEvent(HistoryRefused, "reading.forget", forget)];
