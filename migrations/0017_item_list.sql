-- S2-149 the batch of the maker; empty where there is none, printed as ***
alter table licence_line add column batch_no text not null default '';
-- S2-191 the official page of the product
alter table licence_line add column product_page text not null default '';
-- S2-199 the name in a third language, where the label has one
alter table licence_line add column other_name text not null default '';
-- S2-193, S2-197, S2-199 what the label says: '' Chinese and English, 'zh', 'other', 'code'
alter table licence_line add column label_says text not null default '';
-- what was typed as a quantity and is none, until it is mended
alter table licence_line add column quantity_typed text not null default '';
-- the same of an article in the unit's library
alter table unit_article add column other_name text not null default '';
alter table unit_article add column label_says text not null default '';
