/** The same, with a thousand. */
import "./notification.live.repo.test.ts";
