import {
  CheckListInput,
  CheckPage,
  Release,
  StatusNow,
  TroubleInput,
  TroubleReceipt,
  TroubleReported,
} from "@muejam/contracts/status";
import { anyone, router } from "../../rpc/trpc.ts";
import * as status from "./status.service.ts";

export const statusRouter = router({
  version: anyone.output(Release).query(({ ctx }) => status.currentRelease(ctx)),
  now: anyone.output(StatusNow).query(({ ctx }) => status.statusNow(ctx)),
  history: anyone
    .input(CheckListInput)
    .output(CheckPage)
    .query(({ ctx, input }) => status.listChecks(ctx, input)),
  reportTrouble: anyone
    .input(TroubleInput)
    .output(TroubleReported)
    .mutation(({ ctx, input }) => status.reportTrouble(ctx, input.component)),
  withdrawTrouble: anyone
    .input(TroubleReceipt)
    .output(StatusNow)
    .mutation(({ ctx, input }) => status.withdrawTrouble(ctx, input.receipt)),
});
