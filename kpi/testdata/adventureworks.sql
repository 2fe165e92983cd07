-- Figures of the AdventureWorks books, computed without the library: sums in
-- whole ten-thousandths, so that nothing is ever rounded. Run in a folder with
-- sales.csv and, if the book has them, targets.csv:
--
--     sqlite3 -cmd "CREATE TABLE side AS SELECT '' AS name" -cmd '.import --csv sales.csv line' \
--         -cmd '.import --csv targets.csv quota' :memory: < adventureworks.sql
--
-- The table "side" holds 'Direct' to count the direct lines and '' to count the
-- others. One line a figure: expr|dimension|group|period|num|den|reason.

CREATE TABLE IF NOT EXISTS quota(period, measure, region, city_tier, partner_type, partner_id, product_line, amount);

CREATE TABLE fact AS
SELECT date, partner_id AS partner, region, product_line, order_id,
       CAST(quantity AS INTEGER) AS quantity,
       CAST(replace(amount, '.', '') AS INTEGER) AS amount
FROM line
WHERE (partner_type = 'Direct') = (SELECT name = 'Direct' FROM side);

-- Amounts that have not exactly four decimals would be read wrong.
SELECT 'bad amounts: ' || count(*) FROM line WHERE amount NOT LIKE '%.____' HAVING count(*) > 0;

-- Every month, quarter, half and year from 2009 on; m counts months.
CREATE TABLE period AS
WITH RECURSIVE month(m) AS (SELECT 2009 * 12 UNION ALL SELECT m + 1 FROM month WHERE m < 2014 * 12 - 1),
grain(n) AS (VALUES (1), (3), (6), (12))
SELECT m, n,
       printf('%04d-%02d-01', m / 12, m % 12 + 1) AS first,
       printf('%04d-%02d-01', (m + n) / 12, (m + n) % 12 + 1) AS next,
       CASE n WHEN 1 THEN printf('%04d-%02d', m / 12, m % 12 + 1)
              WHEN 3 THEN printf('%04d-Q%d', m / 12, m % 12 / 3 + 1)
              WHEN 6 THEN printf('%04d-H%d', m / 12, m % 12 / 6 + 1)
              ELSE printf('%04d', m / 12) END AS code
FROM month, grain WHERE m % n = 0;
CREATE UNIQUE INDEX period_at ON period(m, n);

-- What lies wholly outside the months of the data is missing.
CREATE TABLE range AS
SELECT date(min(date), 'start of month') AS first, date(max(date), 'start of month', '+1 month') AS next FROM line;
CREATE VIEW known AS
SELECT p.m, p.n FROM period p, range r WHERE p.first < r.next AND p.next > r.first;

CREATE TABLE cell AS
SELECT p.m, p.n, g.dim, CASE g.dim WHEN '' THEN '' WHEN 'region' THEN f.region WHEN 'partner' THEN f.partner ELSE f.product_line END AS grp,
       sum(f.amount) AS amount, sum(f.quantity) AS quantity, count(DISTINCT f.order_id) AS orders
FROM period p JOIN fact f ON f.date >= p.first AND f.date < p.next,
     (SELECT '' AS dim UNION ALL SELECT 'region' UNION ALL SELECT 'partner' UNION ALL SELECT 'product_line') g
GROUP BY 1, 2, 3, 4;
CREATE UNIQUE INDEX cell_at ON cell(m, n, dim, grp);

CREATE TABLE buyer AS SELECT m, n, grp AS partner, amount FROM cell WHERE dim = 'partner' AND amount > 0 AND grp <> '';
CREATE UNIQUE INDEX buyer_at ON buyer(m, n, partner);

-- The periods that are reported.
CREATE VIEW asked AS SELECT p.* FROM period p JOIN known USING (m, n) WHERE p.m BETWEEN 2011 * 12 AND 2013 * 12 + 11;

-- Every group that the data has, for each period; sums without lines are 0.
CREATE TABLE figure AS
SELECT a.m, a.n, a.code, s.dim, s.grp,
       coalesce(c.amount, 0) AS amount, coalesce(c.quantity, 0) AS quantity, coalesce(c.orders, 0) AS orders,
       coalesce(y.amount, 0) AS ago, coalesce(b.amount, 0) AS before,
       (SELECT count(*) FROM known k WHERE k.m = a.m - 12 AND k.n = a.n) AS has_ago,
       (SELECT count(*) FROM known k WHERE k.m = a.m - a.n AND k.n = a.n) AS has_before
FROM asked a, (SELECT DISTINCT dim, grp FROM cell) s
LEFT JOIN cell c ON c.m = a.m AND c.n = a.n AND c.dim = s.dim AND c.grp = s.grp
LEFT JOIN cell y ON y.m = a.m - 12 AND y.n = a.n AND y.dim = s.dim AND y.grp = s.grp
LEFT JOIN cell b ON b.m = a.m - a.n AND b.n = a.n AND b.dim = s.dim AND b.grp = s.grp;

SELECT 'sales', dim, grp, code, amount, 10000, '' FROM figure;
SELECT 'quantity', dim, grp, code, quantity, 1, '' FROM figure;
SELECT 'orders', dim, grp, code, orders, 1, '' FROM figure;
SELECT 'average_order_value', dim, grp, code, amount, orders * 10000, CASE WHEN orders = 0 THEN 'zero_denominator' ELSE '' END FROM figure;
SELECT 'average_price', dim, grp, code, amount, quantity * 10000, CASE WHEN quantity = 0 THEN 'zero_denominator' ELSE '' END FROM figure;

-- 同比 and 环比.
SELECT 'sales.year_ago', dim, grp, code, ago, 10000, CASE WHEN has_ago THEN '' ELSE 'missing_base' END FROM figure;
SELECT 'sales.yoy', dim, grp, code, amount - ago, ago,
       CASE WHEN NOT has_ago THEN 'missing_base' WHEN ago = 0 THEN 'zero_base' WHEN ago < 0 THEN 'negative_base' ELSE '' END FROM figure;
SELECT 'sales.pop', dim, grp, code, amount - before, before,
       CASE WHEN NOT has_before THEN 'missing_base' WHEN before = 0 THEN 'zero_base' WHEN before < 0 THEN 'negative_base' ELSE '' END FROM figure;

-- Shares and contributions.
CREATE VIEW parted AS
SELECT f.*, w.amount AS whole, w.ago AS whole_ago FROM figure f JOIN figure w ON w.m = f.m AND w.n = f.n AND w.dim = '' WHERE f.dim <> '';
SELECT 'sales.share', dim, grp, code, amount, whole, CASE WHEN whole = 0 THEN 'zero_denominator' ELSE '' END FROM parted;
SELECT 'sales.contribution_yoy', dim, grp, code, amount - ago, whole_ago,
       CASE WHEN NOT has_ago THEN 'missing_base' WHEN whole_ago = 0 THEN 'zero_base' ELSE '' END FROM parted;
SELECT 'sales.growth_share_yoy', dim, grp, code, amount - ago, whole - whole_ago,
       CASE WHEN NOT has_ago THEN 'missing_base' WHEN whole = whole_ago THEN 'zero_denominator' ELSE '' END FROM parted;

-- The ten largest partners.
SELECT 'sales.rank', 'partner', partner, code, place, 1, ''
FROM (SELECT a.code, b.partner, rank() OVER (PARTITION BY a.m, a.n ORDER BY b.amount DESC) AS place
      FROM asked a JOIN buyer b USING (m, n)) WHERE place <= 10;

-- Partners that buy, that came back and that did not; how concentrated they are.
SELECT 'active_partners', '', '', code, (SELECT count(*) FROM buyer b WHERE b.m = a.m AND b.n = a.n), 1, '' FROM asked a;
CREATE VIEW kept AS
SELECT a.m, a.n, a.code,
       (SELECT count(*) FROM known k WHERE k.m = a.m - a.n AND k.n = a.n) AS has_before,
       (SELECT count(*) FROM buyer b WHERE b.m = a.m - a.n AND b.n = a.n) AS had,
       (SELECT count(*) FROM buyer b JOIN buyer c ON c.partner = b.partner AND c.m = a.m AND c.n = a.n
        WHERE b.m = a.m - a.n AND b.n = a.n) AS both
FROM asked a;
SELECT 'lost_partners', '', '', code, had - both, 1, CASE WHEN has_before THEN '' ELSE 'missing_base' END FROM kept;
SELECT 'partner_retention', '', '', code, both, had,
       CASE WHEN NOT has_before THEN 'missing_base' WHEN had = 0 THEN 'zero_denominator' ELSE '' END FROM kept;
WITH placed AS (SELECT m, n, amount, row_number() OVER (PARTITION BY m, n ORDER BY amount DESC) AS place FROM buyer)
SELECT 'cr3', '', '', code,
       coalesce((SELECT sum(amount) FROM placed p WHERE p.m = a.m AND p.n = a.n AND place <= 3), 0),
       coalesce((SELECT sum(amount) FROM placed p WHERE p.m = a.m AND p.n = a.n), 0),
       CASE WHEN EXISTS (SELECT 1 FROM placed p WHERE p.m = a.m AND p.n = a.n) THEN '' ELSE 'zero_denominator' END
FROM asked a;

-- Targets of exactly the period; of a longer one the quarters, if all are set.
CREATE VIEW set_ AS
SELECT p.m, p.n, sum(CAST(replace(q.amount, '.', '') AS INTEGER)) AS target, count(*) AS quarters
FROM period p JOIN period s ON s.n = 3 AND s.m >= p.m AND s.m < p.m + p.n AND p.n >= 3
JOIN quota q ON q.period = s.code AND q.measure = 'sales' GROUP BY 1, 2;
SELECT 'sales.target', '', '', a.code, t.target, 10000,
       CASE WHEN t.quarters * 3 = a.n THEN '' WHEN t.quarters > 0 OR EXISTS (SELECT 1 FROM set_ q WHERE q.n = 3 AND a.m >= q.m AND a.m < q.m + 3)
            THEN 'part_target' ELSE 'no_target' END
FROM asked a LEFT JOIN set_ t USING (m, n);
SELECT 'sales.attainment', '', '', a.code, f.amount, t.target, ''
FROM asked a JOIN set_ t USING (m, n) JOIN figure f USING (m, n) WHERE f.dim = '' AND t.quarters * 3 = a.n;
