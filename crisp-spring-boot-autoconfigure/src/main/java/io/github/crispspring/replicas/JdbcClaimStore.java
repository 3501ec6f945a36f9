package io.github.crispspring.replicas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@link ClaimStore} with a table that contains one row per event. Each access is a
 * transaction of its own on a thread of its own, so that it neither joins nor aborts a
 * transaction of the application.
 */
final class JdbcClaimStore implements ClaimStore {

	private static final int THREADS = 8;

	/**
	 * Number of threads for each kind of access by events. Few, so that they process
	 * batches and leave most connections to the application.
	 */
	private static final int BATCHES = 2;

	private static final int ATTEMPTS = 5;

	private static final int MAX_REMOVED_AT_ONCE = 1000;

	private static final int MAX_REMOVALS = 100;

	private static final String TABLE = "CRISP_EVENT_CLAIM";

	private final Scheduler threads = Schedulers.newBoundedElastic(THREADS, 1000, "crisp-duplicates", 60, true);

	private final BatchingExecutor<ClaimKey, Outcome> claims = new BatchingExecutor<>(this.threads, BATCHES,
			this::claimAll);

	private final BatchingExecutor<ClaimKey, Boolean> completions = new BatchingExecutor<>(this.threads, BATCHES,
			this::completeAll);

	private final DataSource dataSource;

	private final ClaimKey removal;

	private final long retention;

	private final long lease;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transactions;

	private volatile @Nullable Statements statements;

	/**
	 * Create a store.
	 * @param dataSource the database
	 * @param settings the limits
	 * @param timeout the maximum time to wait for a response of the database
	 */
	JdbcClaimStore(DataSource dataSource, SharedCrispEventDeduplicator.Settings settings, Duration timeout) {
		this.dataSource = dataSource;
		this.removal = ClaimKey.create(settings.group(), "removal of expired claims");
		this.retention = settings.retention().toMillis();
		this.lease = settings.lease().toMillis();
		this.jdbc = new JdbcTemplate(dataSource);
		this.transactions = new TransactionTemplate(new TimeLimitedTransactionManager(dataSource, timeout));
		this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Override
	public Mono<Outcome> claim(ClaimKey key) {
		return this.claims.submit(key);
	}

	@Override
	public Mono<Boolean> complete(ClaimKey key) {
		return this.completions.submit(key);
	}

	@Override
	public Mono<List<Boolean>> renew(List<ClaimKey> keys) {
		return call(() -> updateAll(keys, statements().renew,
				(key) -> new Object[] { this.lease, key.event(), key.token() },
				(key) -> update(statements().renew, this.lease, key.event(), key.token()) > 0));
	}

	@Override
	public Mono<Void> release(ClaimKey key) {
		return call(() -> update(statements().release, key.event(), key.token())).then();
	}

	@Override
	public Mono<Void> probe() {
		return call(() -> find(this.removal)).then();
	}

	/**
	 * A failure is emitted as a value, as Reactor would log it as an error if the
	 * subscriber has cancelled.
	 */
	private <T> Mono<T> call(Supplier<T> access) {
		return Mono.fromCallable(() -> signal(access)).subscribeOn(this.threads).dematerialize();
	}

	private static <T> Signal<T> signal(Supplier<T> access) {
		try {
			return Signal.next(access.get());
		}
		catch (Throwable ex) {
			return Signal.error(ex);
		}
	}

	@Override
	public void close() {
		this.threads.dispose();
	}

	/**
	 * Return the statements for the database, which is determined on first use, as the
	 * application can start while the database is unavailable.
	 */
	private Statements statements() {
		Statements statements = this.statements;
		if (statements == null) {
			statements = Statements.of(dialect());
			this.statements = statements;
		}
		return statements;
	}

	private ClaimDialect dialect() {
		try {
			return ClaimDialect.of(this.dataSource);
		}
		catch (MetaDataAccessException ex) {
			throw new DataAccessResourceFailureException("The type of the database could not be determined", ex);
		}
	}

	// Claims

	private List<Outcome> claimAll(List<ClaimKey> keys) {
		int[] inserted = (keys.size() > 1) ? insertAll(keys) : new int[1];
		List<Outcome> outcomes = new ArrayList<>(keys.size());
		for (int i = 0; i < keys.size(); i++) {
			outcomes.add((inserted[i] == 1) ? Outcome.CLAIMED : claimOne(keys.get(i)));
		}
		return outcomes;
	}

	/**
	 * Insert claims, as events are rarely delivered twice.
	 * @return whether each of them was certainly inserted (1)
	 */
	private int[] insertAll(List<ClaimKey> keys) {
		try {
			return batch(keys, statements().insert, (key) -> new Object[] { key.event(), key.token(), this.lease });
		}
		catch (DataIntegrityViolationException | PessimisticLockingFailureException ex) {
			// One of the events is claimed already, and the transaction rolled back
			return new int[keys.size()];
		}
	}

	private Outcome claimOne(ClaimKey key) {
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			try {
				if (insert(key, key.token(), this.lease)
						|| update(statements().takeOver, key.token(), this.lease, key.event(), key.token()) > 0) {
					return Outcome.CLAIMED;
				}
				List<String> existing = find(key);
				if (!existing.isEmpty()) {
					return existing.get(0).isEmpty() ? Outcome.HANDLED : Outcome.HELD;
				}
			}
			catch (PessimisticLockingFailureException ex) {
				// Another transaction changed the same row first
			}
		}
		throw new ConcurrencyFailureException(
				"An event could not be claimed because of too many concurrent changes of table " + TABLE);
	}

	private boolean insert(ClaimKey key, @Nullable String token, long duration) {
		try {
			return update(statements().insert, key.event(), token, duration) > 0;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/**
	 * Return the token of the existing claim, which is empty if the event was handled.
	 */
	private List<String> find(ClaimKey key) {
		return inTransaction(() -> this.jdbc.query(statements().find, (row, number) -> {
			String token = row.getString(1);
			return (token != null) ? token : "";
		}, key.event()));
	}

	// Handled events

	private List<Boolean> completeAll(List<ClaimKey> keys) {
		return updateAll(keys, statements().complete,
				(key) -> new Object[] { this.retention, key.event(), key.token() }, this::completeOne);
	}

	/**
	 * Remember a handled event whose claim was not found: it expired, or the event was
	 * remembered by an earlier attempt whose response was lost.
	 */
	private boolean completeOne(ClaimKey key) {
		if (update(statements().complete, this.retention, key.event(), key.token()) > 0) {
			return true;
		}
		List<String> existing = find(key);
		if (existing.isEmpty()) {
			insert(key, null, this.retention);
			return false;
		}
		return existing.get(0).isEmpty();
	}

	// Expired rows

	/**
	 * Remove expired rows in batches. The instance that obtains the claim on the removal
	 * does so; the claim expires after a lease.
	 */
	@Override
	public Mono<Void> removeExpired() {
		return call(() -> {
			if (claimOne(this.removal) == Outcome.CLAIMED) {
				int removals = 0;
				while (removeSome() == MAX_REMOVED_AT_ONCE && removals < MAX_REMOVALS) {
					removals++;
				}
			}
			return true;
		}).then();
	}

	private int removeSome() {
		List<String> events = inTransaction(
				() -> this.jdbc.queryForList(statements().findExpired, String.class, this.lease, MAX_REMOVED_AT_ONCE));
		if (!events.isEmpty()) {
			List<Object[]> rows = events.stream().sorted().map((event) -> new Object[] { event, this.lease }).toList();
			inTransaction(() -> this.jdbc.batchUpdate(statements().removeExpired, rows));
		}
		return events.size();
	}

	// Access

	/**
	 * Update rows together, and those that are not updated for certain one by one.
	 */
	private List<Boolean> updateAll(List<ClaimKey> keys, String statement, Function<ClaimKey, Object[]> arguments,
			Function<ClaimKey, Boolean> one) {
		int[] updated;
		try {
			updated = batch(keys, statement, arguments);
		}
		catch (PessimisticLockingFailureException ex) {
			updated = new int[keys.size()];
		}
		List<Boolean> results = new ArrayList<>(keys.size());
		for (int i = 0; i < keys.size(); i++) {
			results.add(updated[i] == 1 || one.apply(keys.get(i)));
		}
		return results;
	}

	/**
	 * Execute a statement for each key, sorted, so that concurrent transactions do not
	 * wait for each other.
	 */
	private int[] batch(List<ClaimKey> keys, String statement, Function<ClaimKey, Object[]> arguments) {
		List<Integer> order = new ArrayList<>();
		for (int i = 0; i < keys.size(); i++) {
			order.add(i);
		}
		order.sort(Comparator.comparing((index) -> keys.get(index).event()));
		int[] updated = inTransaction(() -> this.jdbc.batchUpdate(statement,
				order.stream().map((index) -> arguments.apply(keys.get(index))).toList()));
		int[] results = new int[keys.size()];
		for (int i = 0; i < updated.length; i++) {
			results[order.get(i)] = updated[i];
		}
		return results;
	}

	private int update(String statement, @Nullable Object... arguments) {
		return inTransaction(() -> this.jdbc.update(statement, arguments));
	}

	private <T> T inTransaction(Supplier<T> access) {
		return this.transactions.execute((status) -> access.get());
	}

	/**
	 * Statements for a database. A handled event has no token.
	 */
	private record Statements(String insert, String takeOver, String find, String renew, String complete,
			String release, String findExpired, String removeExpired) {

		static Statements of(ClaimDialect dialect) {
			String now = dialect.now();
			String own = " WHERE EVENT_ID = ? AND TOKEN = ?";
			return new Statements(
					"INSERT INTO " + TABLE + " (EVENT_ID, TOKEN, EXPIRES_AT) VALUES (?, ?, " + now + " + ?)"
							+ dialect.onConflict(),
					"UPDATE " + TABLE + " SET TOKEN = ?, EXPIRES_AT = " + now
							+ " + ? WHERE EVENT_ID = ? AND (EXPIRES_AT <= " + now + " OR TOKEN = ?)",
					"SELECT TOKEN FROM " + TABLE + " WHERE EVENT_ID = ?",
					"UPDATE " + TABLE + " SET EXPIRES_AT = " + now + " + ?" + own,
					"UPDATE " + TABLE + " SET TOKEN = NULL, EXPIRES_AT = " + now + " + ?" + own,
					"DELETE FROM " + TABLE + own,
					"SELECT EVENT_ID FROM " + TABLE + " WHERE EXPIRES_AT < " + now + " - ? ORDER BY EXPIRES_AT LIMIT ?",
					"DELETE FROM " + TABLE + " WHERE EVENT_ID = ? AND EXPIRES_AT < " + now + " - ?");
		}

	}

}
