import {
  ByKinLink,
  HandedOver,
  HandOver,
  KinAnswer,
  KinQuestion,
  OfProfile,
  Wishes,
  WishInput,
} from "@muejam/contracts/heir";
import { administrator, person, router } from "../../rpc/trpc.ts";
import * as kin from "./heir.kin.service.ts";
import * as heir from "./heir.service.ts";

export const heirRouter = router({
  wishes: person.output(Wishes).query(({ ctx }) => heir.wishes(ctx)),
  setWish: person
    .input(WishInput)
    .output(Wishes)
    .mutation(({ ctx, input }) => heir.setWish(ctx, input)),
  removeWish: person
    .input(OfProfile)
    .output(Wishes)
    .mutation(({ ctx, input }) => heir.removeWish(ctx, input)),
  question: person
    .input(ByKinLink)
    .output(KinQuestion)
    .query(({ ctx, input }) => kin.question(ctx, input)),
  answer: person
    .input(KinAnswer)
    .output(KinQuestion)
    .mutation(({ ctx, input }) => kin.answer(ctx, input)),
  takeOver: person
    .input(OfProfile)
    .output(HandedOver)
    .mutation(({ ctx, input }) => kin.takeOver(ctx, input)),
  handOver: administrator
    .input(HandOver)
    .output(HandedOver)
    .mutation(({ ctx, input }) => kin.handOverByStaff(ctx, input)),
});
