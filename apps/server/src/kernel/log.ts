import pino from "pino";

export type Logger = pino.Logger;

const secrets = ["password", "token", "authorization", "cookie", "email", "receipt", "address", "secret"];

/** One JSON line an event. What could name a person or open a door is cut out, wherever it stands. */
export function createLog(options: { level: string; process: string }): Logger {
  return pino({
    level: options.level,
    base: { process: options.process },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[cut]" },
    serializers: { err: pino.stdSerializers.errWithCause },
  });
}
