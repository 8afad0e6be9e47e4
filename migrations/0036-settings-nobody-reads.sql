-- How long somebody's own words may be is said where they are taken, and nowhere else; of the map only its edge is read.
delete from app.settings where key = 'ownWordsMaxCharacters';
update app.settings set value = jsonb_build_object('clip', value -> 'clip') where key = 'map' and value ? 'clip';
