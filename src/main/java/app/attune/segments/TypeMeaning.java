package app.attune.segments;

import app.attune.events.Dictionary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What shops do not call by one name: the event types that mean a purchase, a cart, a view or a return.
///
/// Names are compared without regard to capitals, blanks and signs, and to an s at their end.
enum TypeMeaning {
    PURCHASE(
            "purchase order transaction buy",
            "ordercompleted orderplaced orderpaid checkoutcompleted purchased purchaseitem completepurchase bought"
                    + " sale kauf gekauft bestellung bestellt einkauf achat commande compra pedido acquisto ordine"
                    + " aankoop bestelling"),
    CART(
            "cart add_to_cart basket",
            "addedtocart productadded itemadded cartadd addcart addproducttocart additemtocart addtobasket addtobag"
                    + " bag warenkorb indenwarenkorb inwarenkorb panier ajoutaupanier carrito carrello winkelwagen"),
    VIEW(
            "view view_item product_view page_view",
            "productviewed viewproduct viewedproduct viewcontent itemview detailview productdetail viewed detail"
                    + " ansicht produktansicht aufruf angesehen vue vueproduit vista visualizacion pageviewed"
                    + " screenview click"),
    RETURN("return refund returned cancellation cancel", "cancelled retoure erstattung storno");

    private final String common;
    private final String others;

    /// @param common the commonest names, the one to use first; `others` are compared only
    TypeMeaning(String common, String others) {
        this.common = common;
        this.others = others;
    }

    private static List<String> words(String names) {
        return List.of(names.split(" ", -1));
    }

    /// The type of this meaning, by the commonest name that the data has.
    Optional<String> in(Dictionary types) {
        return Stream.concat(words(common).stream().map(TypeMeaning::plain), words(others).stream())
                .flatMap(name -> types.texts().stream()
                        .filter(type -> plain(type).equals(name))
                        .limit(1))
                .findFirst();
    }

    /// Its commonest names: "purchase, order, transaction or buy".
    String names() {
        return Wording.join(words(common), " or ");
    }

    /// What to call it in a rule of the import.
    String usual() {
        return words(common).getFirst();
    }

    private static String plain(String type) {
        String letters = type.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return letters.length() > 2 && letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
    }
}
