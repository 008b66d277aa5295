export default definePageConfig({ navigationBarTitleText: '转赠记录', enablePullDownRefresh: true });
