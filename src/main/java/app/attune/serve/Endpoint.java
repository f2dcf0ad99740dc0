package app.attune.serve;

/// Answers one kind of request.
@FunctionalInterface
interface Endpoint {
    /// @throws Refusal if it is not answered as asked
    Answer answer(Call call);
}
