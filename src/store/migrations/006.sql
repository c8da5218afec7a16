-- Which line an undo took back (its instant), so that the next undo goes one step further back.
ALTER TABLE decision ADD COLUMN undoes TEXT;
