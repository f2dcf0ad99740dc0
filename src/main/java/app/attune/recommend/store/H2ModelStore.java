package app.attune.recommend.store;

import app.attune.core.sql.Database;
import app.attune.recommend.CatalogueModel;
import app.attune.recommend.Champion;
import app.attune.recommend.ModelCard;
import app.attune.recommend.ModelId;
import app.attune.recommend.ModelStore;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cards in the store, tables in a folder per model. The row is written last: a folder without one does not exist.
public final class H2ModelStore implements ModelStore {
    private static final String SELECT = "SELECT kind, number, card FROM model WHERE deleted_at IS NULL ";

    private final Database database;
    private final ModelFiles files;

    /// @param models the workspace's folder of models
    public H2ModelStore(Database database, Path models) {
        this.database = database;
        this.files = new ModelFiles(models);
    }

    @Override
    public ModelCard save(Draft draft) {
        return database.write(connection -> {
            String kind = draft.model().kind();
            // A store that was restored may not know the newest folders.
            ModelId id = new ModelId(kind, 1 + Math.max(highest(connection, kind), files.highest(kind)));
            ModelCard card = new ModelCard(
                    id, draft.model().provenance(), draft.interactions(), draft.size(), draft.evaluation());
            files.write(id.toString(), draft.model().tables());
            insert(connection, card, draft.ndcg10());
            return card;
        });
    }

    @Override
    public List<ModelCard> list() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "ORDER BY saved_order DESC")) {
                return cards(select);
            }
        });
    }

    @Override
    public Optional<ModelCard> card(ModelId id) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(SELECT + "AND kind = ? AND number = ?")) {
                bind(select, 1, id);
                return cards(select).stream().findFirst();
            }
        });
    }

    @Override
    public Optional<CatalogueModel> load(ModelId id) {
        return card(id).map(card -> files.read(id.toString()).toModel());
    }

    @Override
    public UserNdcg ndcg10(ModelId id) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT popularity_ndcg, model_ndcg FROM model WHERE kind = ? AND number = ?")) {
                bind(select, 1, id);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? new UserNdcg(doubles(row.getBytes(1)), doubles(row.getBytes(2)))
                            : new UserNdcg(new double[0], new double[0]);
                }
            }
        });
    }

    @Override
    public void delete(ModelId id, Instant at) {
        database.execute(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE model SET deleted_at = ? WHERE kind = ? AND number = ? AND deleted_at IS NULL")) {
                update.setLong(1, at.toEpochMilli());
                bind(update, 2, id);
                update.executeUpdate();
            }
        });
    }

    @Override
    public List<Champion> champions() {
        return database.read(ChampionRows::list);
    }

    @Override
    public void crown(Champion champion) {
        database.execute(connection -> ChampionRows.put(connection, champion));
    }

    @Override
    public void release(String purpose) {
        database.execute(connection -> ChampionRows.remove(connection, purpose));
    }

    private static int highest(Connection connection, String kind) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT COALESCE(MAX(number), 0) FROM model WHERE kind = ?")) {
            select.setString(1, kind);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void insert(Connection connection, ModelCard card, UserNdcg ndcg10) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO model (kind, number, card, popularity_ndcg, model_ndcg, saved_order)
                VALUES (?, ?, ?, ?, ?, (SELECT COALESCE(MAX(saved_order), 0) + 1 FROM model))
                """)) {
            bind(insert, 1, card.id());
            insert.setString(3, CardJson.write(card));
            insert.setBytes(4, RawArrays.bytes(ndcg10.popularity()).array());
            insert.setBytes(5, RawArrays.bytes(ndcg10.model()).array());
            insert.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int first, ModelId id) throws SQLException {
        statement.setString(first, id.kind());
        statement.setInt(first + 1, id.number());
    }

    private static List<ModelCard> cards(PreparedStatement select) throws SQLException {
        List<ModelCard> cards = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                cards.add(CardJson.read(new ModelId(rows.getString(1), rows.getInt(2)), rows.getString(3)));
            }
        }
        return cards;
    }

    private static double[] doubles(byte[] bytes) {
        return RawArrays.doubles(ByteBuffer.wrap(bytes));
    }
}
