// What parsing alone costs: remark with GFM and front matter.
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export const floorParser = () => unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']);
