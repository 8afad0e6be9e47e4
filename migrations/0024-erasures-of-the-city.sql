-- The list of erasures is written like every other table of a city: by default into the city of the session.
alter table app.erasures alter column city set default app.city();
