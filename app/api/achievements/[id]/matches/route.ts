import { answerMatches } from "@/app/api/answer-matches";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerMatches("achievement", (await params).id, request);
}
