import java.util.Map;

/// An engine that decides the cases of a bundle.
interface Contender {
    String name();

    /// What it works on is made beforehand; nothing of it is kept from one decision to the next.
    Object decide(int at) throws Exception;

    /// The ids that a decision comes to, by key of the flag; a flag without one is left out.
    Map<String, String> flags(Object decision) throws Exception;
}
